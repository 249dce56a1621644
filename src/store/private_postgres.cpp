#include "certreg/store/private_postgres.h"

#include "store/supervisor.h"

namespace certreg::store {

PrivatePostgres::PrivatePostgres(PrivatePostgresOptions options)
    : supervisor_(std::make_unique<Supervisor>(std::move(options))) {}

PrivatePostgres::~PrivatePostgres() = default;

std::string PrivatePostgres::conninfo(std::string_view database) const {
  return supervisor_->conninfo(database);
}

pid_t PrivatePostgres::server_pid() const { return supervisor_->server_pid(); }

int PrivatePostgres::restarts() const { return supervisor_->restarts(); }

void PrivatePostgres::stop() { supervisor_->stop(); }

}  // namespace certreg::store
