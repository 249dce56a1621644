# certreg_embed(<target> <namespace> BASE <dir> FILES <files>)
# Puts the files' bytes into the target; `<namespace>::embedded_files()` (certreg/domain/embedded.h) lists them by
# their path relative to BASE.
function(certreg_embed target namespace)
  cmake_parse_arguments(arg "" "BASE" "FILES" ${ARGN})
  string(REPLACE "::" "_" prefix ${namespace})
  set(assembly ".section .rodata\n")
  set(table "")
  set(externs "")
  set(index 0)
  foreach(file ${arg_FILES})
    file(RELATIVE_PATH name ${arg_BASE} ${file})
    set(symbol "${prefix}_file_${index}")
    string(APPEND assembly ".global ${symbol}\n.global ${symbol}_end\n${symbol}:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND table "    {\"${name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${prefix}_embedded)
  file(GENERATE OUTPUT ${out}.S CONTENT "${assembly}")
  file(GENERATE OUTPUT ${out}.cpp CONTENT "#include <vector>\n\n#include \"certreg/domain/embedded.h\"\n\n${externs}
namespace ${namespace} {
std::span<const certreg::EmbeddedFile> embedded_files();
std::span<const certreg::EmbeddedFile> embedded_files() {
  static const std::vector<certreg::EmbeddedFile> files = {\n${table}  };
  return files;
}
}  // namespace ${namespace}\n")
  set_source_files_properties(${out}.S PROPERTIES OBJECT_DEPENDS "${arg_FILES}")
  target_sources(${target} PRIVATE ${out}.S ${out}.cpp)
endfunction()
