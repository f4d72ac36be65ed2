/** A moment as people here write it down, `2024-03-18T23:30:05`: Obsidian reads this as date and time. */
export function localDateTime(milliseconds: number): string {
  const moment = new Date(milliseconds);
  const date = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map(twoDigits).join('-');
  return `${date}T${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(twoDigits).join(':')}`;
}

/** The day of a moment here, `2024-03-18`. */
export function localDate(milliseconds: number): string {
  return localDateTime(milliseconds).slice(0, 10);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
