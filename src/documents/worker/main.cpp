// SPDX-License-Identifier: GPL-2.0-or-later
// Reads one document from standard input and writes its text as JSON to standard output, then ends.
// Usage: certreg-reader <kind of media> [<orders as JSON>] | --probe
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "certreg/documents/media.h"
#include "documents/orders.h"
#include "documents/picture_json.h"
#include "documents/signature_json.h"
#include "documents/text_json.h"
#include "documents/worker/check_signatures.h"
#include "documents/worker/readers.h"
#include "documents/worker/recogniser.h"
#include "documents/worker/sandbox.h"

namespace {

using certreg::documents::Failure;
using certreg::documents::FailureKind;
using certreg::documents::MediaKind;
using certreg::documents::Orders;

constexpr int kWrongUsage = 64;

std::string read_all() {
  std::string bytes;
  std::string buffer(std::size_t{1} << 20, '\0');
  for (;;) {
    ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return bytes;
    bytes.append(buffer, 0, static_cast<std::size_t>(count));
  }
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string table_answer(const std::string& bytes, const Orders& orders) {
  certreg::documents::Table table = certreg::worker::read_workbook(bytes, orders.sheet);
  return certreg::documents::table_json(table) + table.csv;
}

certreg::documents::PartialText text_of(MediaKind kind, const std::string& bytes, const Orders& orders) {
  if (orders.page == 0) return certreg::worker::read_document(bytes, kind, orders.options);
  return {certreg::worker::recognise_page(bytes, kind, orders.page, certreg::worker::tessdata_folder()), {}};
}

std::string picture_answer(MediaKind kind, const std::string& bytes,
                           const certreg::documents::DrawingOrders& orders) {
  return certreg::documents::picture_json(
      certreg::worker::draw_page(bytes, kind, orders.page, orders.view, certreg::worker::tessdata_folder()));
}

std::string signatures_answer(std::string_view bytes, const certreg::documents::SignatureOrders& orders) {
  const auto roots = bytes.substr(0, orders.roots_bytes);
  return certreg::documents::signatures_json(
      certreg::worker::check_signatures(bytes.substr(roots.size()), roots, orders.asked));
}

std::string answer(MediaKind kind, const std::string& bytes, const Orders& orders) {
  try {
    if (orders.signatures) return signatures_answer(bytes, *orders.signatures);
    if (orders.drawing) return picture_answer(kind, bytes, *orders.drawing);
    if (kind == MediaKind::Xlsx) return table_answer(bytes, orders);
    return certreg::documents::text_json(text_of(kind, bytes, orders));
  } catch (const Failure& failure) {
    return certreg::documents::failure_json(failure.failure, failure.what());
  } catch (const std::bad_alloc&) {
    return certreg::documents::failure_json(FailureKind::TooLarge, "the document needs too much memory");
  }
}

int run(const std::string& argument, const Orders& orders) {
  auto kind = certreg::documents::media_kind_of(argument);
  if (!kind && argument != "--probe") return kWrongUsage;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  certreg::worker::warm_up_pdf();
  if (orders.signatures) certreg::worker::warm_up_signatures();
  for (const std::string& missing : certreg::worker::close_sandbox())
    std::fprintf(stderr, "warning: %s\n", missing.c_str());
  if (!kind) return certreg::worker::probe_sandbox();
  return write_all(answer(*kind, read_all(), orders)) ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2 && count != 3) return kWrongUsage;
  try {
    // Without destructors: they cost time for nothing, recurse as deep as a document nests, and the leak
    // check of sanitised builds wants what the sandbox refuses.
    std::_Exit(run(arguments[1], count == 3 ? certreg::documents::parse_orders(arguments[2]) : Orders{}));
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}
