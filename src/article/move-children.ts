/** Moves all children of one node to the end of another; one by one, because a call takes only so many arguments. */
export function moveChildren(from: Node, to: Node): void {
  while (from.firstChild) to.appendChild(from.firstChild);
}
