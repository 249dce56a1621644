// PDFs written object by object, so that a test can sign, append and forge as it likes.
#pragma once

#include <map>
#include <string>

#include "documents/signing.h"

namespace certreg::sample {

using Objects = std::map<int, std::string>;  // number to what stands between "obj" and "endobj"

// A page with a text, a form with a text field and an empty signature field "Signature1":
// 1 catalog, 2 pages, 3 page, 4 its content, 5 font, 6 form, 7 signature field, 8 (free: its value), 9 text
// field, 10 information, 11 a note on the page, 12 a second content that nothing shows.
Objects sample_objects();

std::string stream(const std::string& data, const std::string& entries = {});

std::string written(const Objects& objects);
std::string appended(const std::string& file, const Objects& objects);

// A signature dictionary whose ByteRange and Contents are yet to be filled in.
std::string unsigned_value(const std::string& sub_filter, const std::string& more = {});

// Fills in the last such dictionary.
std::string filled(std::string file, const Sign& sign);

// The sample with its field 7 signed by the object 8.
std::string signed_sample(const Sign& sign, const std::string& sub_filter = "ETSI.CAdES.detached",
                          const std::string& more = {});

// A further invisible signature in a field of its own: the objects 20 (field) and 21 (value), appended.
std::string signed_again(const std::string& file, const Sign& sign, const std::string& sub_filter,
                         const std::string& rectangle = "0 0 0 0");

// `from` must stand in it.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace certreg::sample
