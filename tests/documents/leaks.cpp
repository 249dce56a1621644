// The readers never free a page's tree: the worker's process ends with it, and freeing recurses as deep as a
// page nests. Fontconfig keeps its table of fonts until the process ends. Tests that call them in their own
// process must not count that as a leak.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libgumbo.so\nleak:libxml2.so\nleak:libfontconfig.so\n";
}
