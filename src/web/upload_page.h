// Certificates come in: by a form with one file, or by a script with one request a file. Both go the way of
// POST /v1/imports.
#pragma once

#include "web/visit.h"

namespace certreg::web {

Drawn upload_page(const Visit& visit);     // GET /upload
Drawn upload_by_form(const Visit& visit);  // POST /upload, multipart/form-data: "token" and "file"
// POST /upload/file?name=..., the file as the body, the token as X-Form-Token. Answers what upload_result()
// answers to ?as=state.
Drawn upload_file(const Visit& visit);
// GET /upload/{import}: what became of it, as a page or, with ?as=state, as JSON. The latter waits some
// seconds for the import to end.
Drawn upload_result(const Visit& visit);

}  // namespace certreg::web
