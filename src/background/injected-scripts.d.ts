/** The files of a script that is built for injection into web pages, in the order in which they are injected. */
declare module '*?scripts' {
  const files: string[];
  export default files;
}
