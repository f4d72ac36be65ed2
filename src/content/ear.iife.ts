import { earOf } from '../reader/ear.ts';

earOf(window);
