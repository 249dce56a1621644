// Listens, accepts, polls and reads; the only file that knows with what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "http/gate.h"

namespace certreg::http {

class Mount {
 public:
  // Serves when it returns. Throws as Server does.
  Mount(Gate& gate, const Options& options);
  ~Mount();  // ends the threads; see Drain for what must be done before

  std::uint16_t port() const;
  void wake();  // every worker

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certreg::http
