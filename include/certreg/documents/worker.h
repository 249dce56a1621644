// Reads hostile bytes in a process of its own: one process a document, without files, network or children.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/documents/media.h"
#include "certreg/documents/selection.h"
#include "certreg/documents/signatures.h"
#include "certreg/domain/error.h"
#include "certreg/reading/text.h"

namespace certreg::documents {

enum class FailureKind {
  Empty,        // no bytes
  NotThatKind,  // e.g. an archive under a certificate's name, or a kind that has no text to read
  Encrypted,    // a password is needed to open it
  Damaged,
  TooLarge,  // the document, or the text that it expands to
  TimedOut,
  Crashed,        // the worker was stopped by the kernel or by a limit
  WorkerMissing,  // the worker cannot be started
};

std::string_view to_string(
    FailureKind kind);  // "empty", "not_that_kind", "encrypted", "damaged", "too_large", ...

// ErrorKind is Unavailable for WorkerMissing, TooLarge for TooLarge and Invalid for the rest. `what()` is a
// sentence for the client; what the worker wrote goes to `internal`.
struct Failure : Error {
  Failure(FailureKind failure_kind, const std::string& detail, std::string internal_text = {});
  FailureKind failure;
};

struct WorkerLimits {
  std::chrono::milliseconds wall_time{30'000};
  std::size_t output_bytes = 64U << 20;  // of text with positions
  std::size_t input_bytes = 0;           // 0 = default_limit_bytes(kind)
  std::size_t table_bytes = 128U << 20;  // of a sheet as CSV
  // Character recognition: of a page, of a document's pages together, and how many of them.
  std::chrono::milliseconds page_time{60'000};  // a busy machine changes nothing of what is read
  std::chrono::milliseconds recognition_time{180'000};
  std::size_t recognised_pages = 30;
};

struct ReadOptions {
  // The charset of the HTTP Content-Type, or empty. A byte order mark and valid UTF-8 win over it; it wins
  // over what the page says of itself. One that the bytes contradict is passed over with a warning.
  std::string declared_charset;
  // Parts of an HTML page. Documents of other kinds have none: each part then carries a problem.
  Selections selections;
  // False: pages that are pictures have no words then, at no cost of time.
  bool recognise = true;
};

// Which of two pictures of a page: as it is printed, to which the boxes of a text layer refer, or as its
// characters were recognised, turned upright, to which the boxes of a recognised page refer.
enum class PageView { AsPrinted, AsRecognised };

struct PagePicture {
  double width = 0, height = 0;  // in points
  std::string png;               // grey
};

// A sheet of a workbook as CSV (RFC 4180, comma, UTF-8), for reading::TableReader.
struct Table {
  std::vector<std::string> sheet_names;  // of all sheets with cells, hidden ones too, in order
  // Rows without a value are left out. Each row has at least as many cells as the first.
  std::string csv;
  std::vector<std::string> warnings;  // cells that hold an error, formulas without a value, hidden rows
};

class PageSlots;

// Thread-safe: each call has a process of its own, and one more for each page whose characters have to be
// recognised. Of those no more run at a time than there are cores, over all calls of one Worker and its
// copies.
class Worker {
 public:
  explicit Worker(std::filesystem::path program, WorkerLimits limits = {});

  // Throws Failure. What was left out, or a sandbox that the kernel could not give, stands in Text::warnings;
  // so does a page that could not be recognised, which is no failure of the document. Boxes of a recognised
  // page are those of the page turned upright.
  // Csv, Json and Xlsx are no documents (NotThatKind): reading/table.h reads tables.
  // Also throws Error(Invalid): check_selections().
  reading::Text read(std::string_view bytes, MediaKind kind, const ReadOptions& options = {}) const;

  // One page of a PDF or a picture, at about 130 dots an inch. Throws Failure: NotThatKind for what has no
  // pages, Damaged for a page that is not there.
  PagePicture draw(std::string_view bytes, MediaKind kind, int page, PageView view) const;

  // A sheet by its name, or the first that is not hidden when `sheet` is empty. Xlsx alone (else
  // NotThatKind). Values are what the cells hold, not what a reader's locale makes of them: numbers without
  // exponent and float noise, dates as YYYY-MM-DD, with "Thh:mm:ss" when the cell shows a time and has one,
  // TRUE and FALSE; of formulas the value that was kept with them; nothing for cells that a merged one
  // covers. Throws Failure: NotThatKind for a sheet that is not there, Encrypted, Damaged, and TooLarge above
  // 1,048,576 rows, 16,384 columns, table_bytes, or 256 MiB of a part unpacked.
  Table read_table(std::string_view bytes, MediaKind kind, const std::string& sheet = {}) const;

  // The signatures of a PDF, as it stood with certificates and revocations at `asked`. `roots_pem`: the
  // certificates that the operator trusts, as PEM, or nothing; then nobody is trusted. Throws Failure:
  // Damaged for a PDF that cannot be read without mending it, since what a mended file shows is no more than
  // a guess; NotThatKind for what is no PDF, and for roots without a certificate.
  SignaturesReport check_signatures(std::string_view bytes, std::string_view roots_pem, Instant asked) const;

 private:
  std::filesystem::path program_;
  WorkerLimits limits_;
  std::shared_ptr<PageSlots> slots_;
};

}  // namespace certreg::documents
