import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageKey } from '../i18n.ts';
import { t, uiLanguage } from '../i18n.ts';
import type { Arrangement, Facet, Facets } from '../library/arrange.ts';
import { rowStates } from '../library/arrange.ts';
import { stateNames } from '../ui/list/arrangement-bar.tsx';

interface ShelfSidebarProps {
  facets: Facets;
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
}

const usuallyShown = 8;

/** The states that the list can be narrowed to, with the number of articles that leaves. */
export function ShelfStates({ facets, arrangement, onArrange }: ShelfSidebarProps): JSX.Element {
  return (
    <nav class="sidebar states" aria-label={t('filterState')}>
      <ul class="facets">
        {rowStates.map((state) => (
          <FacetRow
            key={state} facet={{ value: t(stateNames[state]), count: facets.states[state] }} name={`state-${state}`}
            chosen={arrangement.state === state} onChoose={() => onArrange({ ...arrangement, state })}
          />
        ))}
      </ul>
    </nav>
  );
}

/** The tags, sites and authors that it can be narrowed to. */
export function ShelfFacets({ facets, arrangement, onArrange }: ShelfSidebarProps): JSX.Element {
  const choose = (changed: Partial<Arrangement>): void => onArrange({ ...arrangement, ...changed });
  return (
    <nav class="sidebar" aria-label={t('libraryMore')}>
      <FacetGroup title="facetTags" name="tag" facets={facets.tags} chosen={arrangement.tag} onChoose={(tag) => choose({ tag })} />
      <FacetGroup title="facetSites" name="site" facets={facets.sites} chosen={arrangement.site} onChoose={(site) => choose({ site })} />
      <FacetGroup title="facetAuthors" name="author" facets={facets.authors} chosen={arrangement.author} onChoose={(author) => choose({ author })} />
    </nav>
  );
}

interface FacetGroupProps {
  title: MessageKey;
  name: string;
  facets: readonly Facet[];
  /** Empty for any. */
  chosen: string;
  onChoose: (value: string) => void;
}

/** The most frequent values of one field; a second press on the chosen one takes the choice back. */
function FacetGroup({ title, name, facets, chosen, onChoose }: FacetGroupProps): JSX.Element | null {
  const [open, setOpen] = useState(false);
  if (facets.length === 0 && chosen === '') return null;
  const shown = facets.filter(({ value }, index) => open || index < usuallyShown || value === chosen);
  const all = chosen !== '' && !facets.some(({ value }) => value === chosen) ? [{ value: chosen, count: 0 }, ...shown] : shown;
  return (
    <section>
      <h2>{t(title)}</h2>
      <ul class="facets">
        {all.map((facet) => (
          <FacetRow key={facet.value} facet={facet} name={name} chosen={facet.value === chosen} onChoose={() => onChoose(facet.value === chosen ? '' : facet.value)} />
        ))}
      </ul>
      {facets.length > usuallyShown && (
        <button type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t('facetsFewer') : t('facetsMore', facets.length - usuallyShown)}</button>
      )}
    </section>
  );
}

function FacetRow({ facet, name, chosen, onChoose }: { facet: Facet; name: string; chosen: boolean; onChoose: () => void }): JSX.Element {
  return (
    <li>
      <button type="button" class="facet" data-testid={`facet-${name}`} aria-pressed={chosen} onClick={onChoose}>
        <span class="facet-value" dir="auto">{facet.value}</span>
        <span class="facet-count">{facet.count.toLocaleString(uiLanguage())}</span>
      </button>
    </li>
  );
}
