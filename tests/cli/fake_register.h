// A register that answers what it was told to, and remembers what it was asked.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "certreg/cli/cli.h"

namespace certreg::cli {

struct FakeRegister {
  std::deque<http::Response> answers;  // in order; then 404
  std::vector<http::Request> asked;
  std::function<documents::SignaturesReport(const SignatureQuestion&)> judge_signatures;
  DocumentReader read_document;
  std::size_t columns = 0;

  void will_answer(int status, std::string body, std::vector<http::Header> headers = {}) {
    http::Response response;
    response.status = status;
    response.content_type = status < 300 ? "application/json" : "application/problem+json";
    response.headers = std::move(headers);
    response.body = std::move(body);
    answers.push_back(std::move(response));
  }

  Transport transport() {
    return [this](const http::Request& request) {
      asked.push_back(request);
      if (answers.empty()) will_answer(404, R"({"title":"Not found","detail":"nothing more was prepared"})");
      auto answer = answers.front();
      answers.pop_front();
      return answer;
    };
  }
};

struct Run {
  int code = 0;
  std::string out, err;
};

inline Run run_cli(FakeRegister& fake, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Environment environment{.out = out,
                          .err = err,
                          .is_terminal = false,
                          .columns = fake.columns,
                          .variables = {},
                          .default_data = "/nonexistent/certreg",
                          .serve = {},
                          .open = [&](const ServeArguments&) { return fake.transport(); },
                          .judge_signatures = fake.judge_signatures,
                          .open_reader = [&](const ServeArguments&) { return fake.read_document; }};
  const int code = run(arguments, environment);
  return {code, out.str(), err.str()};
}

}  // namespace certreg::cli
