// The program as a user runs it: a child process, spoken to over HTTP.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "certreg/cli/transport.h"

namespace certreg::system_test {

struct Finished {
  int code = -1;
  std::string out, err;
};

// Runs the program to its end.
Finished run_program(const std::vector<std::string>& arguments);

// A folder that a service started as root can use as well; removed at the end.
class DataFolder {
 public:
  DataFolder();
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// `certreg serve` on a free port. Killed at the end when nobody stopped it.
class Service {
 public:
  explicit Service(const std::filesystem::path& data, std::vector<std::string> further = {});
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  pid_t pid() const { return pid_; }
  const std::string& address() const { return address_; }
  std::string log() const;  // of stderr until now

  http::Response ask(const std::string& method, const std::string& target, const std::string& body = {},
                     const std::string& media_type = "application/json");

  void send(int signal) const;
  int wait();  // exit code, or 128 and the signal's number

 private:
  std::filesystem::path data_, log_;
  pid_t pid_ = 0;
  std::string address_;
  cli::Transport transport_;
};

}  // namespace certreg::system_test
