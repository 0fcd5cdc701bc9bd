interface ImportMetaEnv {
  /** Of package.json. */
  readonly FACTMARK_VERSION: string
}
