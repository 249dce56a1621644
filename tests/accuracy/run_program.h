// A measuring program from outside.
#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace certreg::accuracy {

struct Answer {
  int code = 0;
  std::string text;  // of both its outputs
};

// `program`: of the build folder.
inline Answer run_program(const std::string& program, const std::string& arguments) {
  const std::string command = std::string(CERTREG_BUILD_DIR) + "/" + program + " " + arguments + " 2>&1";
  FILE* output = popen(command.c_str(), "r");
  Answer answer;
  std::array<char, 4096> part{};
  while (const auto count = std::fread(part.data(), 1, part.size(), output))
    answer.text.append(part.data(), count);
  answer.code = WEXITSTATUS(pclose(output));
  return answer;
}

}  // namespace certreg::accuracy
