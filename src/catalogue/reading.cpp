#include "certreg/catalogue/reading.h"

#include <urcu/urcu-bp.h>
//
#include <urcu/call-rcu.h>

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace certreg::catalogue {
namespace {

// ThreadSanitizer does not see into liburcu: it is told that what a reader did is over when something is
// freed.
class Order {
 public:
#if defined(__SANITIZE_THREAD__)
  void done() { __tsan_release(this); }
  void freeing() { __tsan_acquire(this); }
#else
  void done() {}
  void freeing() {}
#endif
};

Order order;

struct Freed {
  rcu_head head;
  void* object;
  void (*free)(void*);
};

void run(rcu_head* head) {
  order.freeing();
  const std::unique_ptr<Freed> freed(reinterpret_cast<Freed*>(head));  // its first member
  freed->free(freed->object);
}

}  // namespace

Reading::Reading() noexcept { urcu_bp_read_lock(); }

Reading::~Reading() {
  order.done();
  urcu_bp_read_unlock();
}

void free_later(void* object, void (*free)(void*)) {
  auto freed = std::make_unique<Freed>(Freed{{}, object, free});
  order.done();
  urcu_bp_call_rcu(&freed.release()->head, run);
}

void free_now() { urcu_bp_barrier(); }

}  // namespace certreg::catalogue
