/** In milliseconds; nobody sees that a popup came so much later. */
const longestWait = 50;

/** What is there in a moment stands in the first drawing, which takes less than a second one behind it; undefined for what is not waited for. */
export function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(resolve, longestWait))]);
}
