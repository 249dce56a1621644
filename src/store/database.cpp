#include "certreg/store/database.h"

#include "store/pool.h"

namespace certreg::store {

Database::Database(DatabaseOptions options) : pool_(std::make_shared<Pool>(std::move(options))) {}

Database::~Database() = default;

Transaction Database::begin(TransactionMode mode) { return {pool_, mode}; }

Result Database::run(std::string_view statement, const Params& params) {
  const std::shared_ptr<Pool> pool = pool_;
  const auto return_to_pool = [&](Connection* connection) {
    pool->give_back(std::unique_ptr<Connection>(connection));
  };
  const std::unique_ptr<Connection, decltype(return_to_pool)> connection(pool->take().release(),
                                                                         return_to_pool);
  return connection->run(statement, params);
}

const DatabaseOptions& Database::options() const { return pool_->options(); }

}  // namespace certreg::store
