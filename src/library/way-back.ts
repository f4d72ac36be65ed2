/** Takes a change back, but for what somebody has changed anew since then. */
export type WayBack = () => Promise<void>;
