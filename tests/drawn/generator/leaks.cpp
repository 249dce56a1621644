// Fontconfig and Pango keep their tables of fonts until the process ends.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer looks for this name
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig.so\nleak:libpangoft2\nleak:libpangocairo\nleak:libglib\n";
}
