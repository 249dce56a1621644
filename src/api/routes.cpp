#include "api/routes.h"

#include "api/handlers.h"

namespace certreg::api {
namespace {

using http::Method;
using service::Role;

constexpr std::uint64_t kUploadBytes = 256U << 20;
constexpr std::uint64_t kListBytes = 32U << 20;
constexpr std::uint64_t kTrialBytes = 96U << 20;  // documents in base64
constexpr std::nullopt_t kPublic = std::nullopt;

constexpr Route kRoutes[] = {
    {Method::Get, "/v1/suppliers", "list_suppliers", list_suppliers, Role::Reader, Where::Memory},
    {Method::Post, "/v1/suppliers", "create_supplier", create_supplier, Role::Reviewer, Where::Database,
     Replay::Kept},
    {Method::Get, "/v1/suppliers/{id}", "get_supplier", get_supplier, Role::Reader, Where::Memory},
    {Method::Put, "/v1/suppliers/{id}", "correct_supplier", correct_supplier, Role::Reviewer},
    {Method::Delete, "/v1/suppliers/{id}", "retire_supplier", retire_supplier, Role::Reviewer},
    {Method::Get, "/v1/suppliers/{id}/history", "get_supplier_history", get_supplier_history, Role::Reader},
    {Method::Get, "/v1/suppliers/{id}/certificates", "list_supplier_certificates", list_supplier_certificates,
     Role::Reader, Where::Memory},

    {Method::Get, "/v1/certificates", "list_certificates", list_certificates, Role::Reader, Where::Memory},
    {Method::Post, "/v1/certificates", "create_certificate", create_certificate, Role::Reviewer,
     Where::Database, Replay::Kept},
    {Method::Get, "/v1/certificates/{id}", "get_certificate", get_certificate, Role::Reader, Where::Memory},
    {Method::Put, "/v1/certificates/{id}", "correct_certificate", correct_certificate, Role::Reviewer},
    {Method::Delete, "/v1/certificates/{id}", "retire_certificate", retire_certificate, Role::Reviewer},
    {Method::Get, "/v1/certificates/{id}/history", "get_certificate_history", get_certificate_history,
     Role::Reader},
    {Method::Get, "/v1/certificates/{id}/documents", "list_certificate_documents", list_certificate_documents,
     Role::Reader},
    {Method::Get, "/v1/certificates/{id}/look-ups", "list_certificate_look_ups", list_certificate_look_ups,
     Role::Reader, Where::Memory},
    {Method::Get, "/v1/expiring", "list_expiring", list_expiring, Role::Reader, Where::Memory},

    {Method::Get, "/v1/documents/{sha256}", "get_document", get_document, Role::Reader},
    {Method::Get, "/v1/documents/{sha256}/content", "get_document_content", get_document_content,
     Role::Reviewer},

    {Method::Get, "/v1/verify", "verify", verify, Role::Reader, Where::MemoryUnlessPast},
    {Method::Post, "/v1/verify", "verify_list", verify_list, Role::Buyer},
    {Method::Post, "/v1/checks", "record_check", record_check, Role::Reviewer, Where::Database, Replay::Kept},

    {Method::Get, "/v1/certification-bodies", "list_certification_bodies", list_certification_bodies,
     Role::Reader, Where::Memory},
    {Method::Get, "/v1/certification-bodies/{id}", "get_certification_body", get_certification_body,
     Role::Reader, Where::Memory},
    {Method::Get, "/v1/accreditation-bodies", "list_accreditation_bodies", list_accreditation_bodies,
     Role::Reader, Where::Memory},
    {Method::Get, "/v1/accreditation-bodies/{id}", "get_accreditation_body", get_accreditation_body,
     Role::Reader, Where::Memory},
    {Method::Get, "/v1/recognition-arrangements", "list_recognition_arrangements",
     list_recognition_arrangements, Role::Reader, Where::Memory},
    {Method::Get, "/v1/legal-forms", "list_legal_forms", list_legal_forms, Role::Reader, Where::Memory},
    {Method::Get, "/v1/reference-versions", "list_reference_versions", list_reference_versions, Role::Reader},
    {Method::Get, "/v1/registers", "list_registers", list_registers, Role::Reader, Where::Memory},
    {Method::Get, "/v1/standards", "list_standards", list_standards, Role::Reader, Where::Memory},
    {Method::Get, "/v1/standards/{id}", "get_standard", get_standard, Role::Reader, Where::Memory},

    {Method::Get, "/v1/sources", "list_sources", list_sources, Role::Reader, Where::Memory},
    {Method::Get, "/v1/sources/{name}", "get_source", get_source, Role::Reader, Where::Memory},
    {Method::Get, "/v1/sources/{name}/state", "get_source_state", get_source_state, Role::Reader},
    {Method::Post, "/v1/sources/try", "try_source", try_source, Role::Reviewer, Where::Database,
     Replay::Never, kTrialBytes},
    {Method::Get, "/v1/sources/{name}/fetches", "list_source_fetches", list_source_fetches, Role::Reviewer},

    {Method::Get, "/v1/imports", "list_imports", list_imports, Role::Reviewer},
    {Method::Post, "/v1/imports", "start_import", start_import, Role::Reviewer, Where::Database, Replay::Kept,
     kUploadBytes},
    {Method::Post, "/v1/imports/preview", "preview_import", preview_import, Role::Reviewer, Where::Database,
     Replay::Never, kUploadBytes},
    {Method::Get, "/v1/imports/{id}", "get_import", get_import, Role::Reviewer},
    {Method::Get, "/v1/imports/{id}/items", "list_import_items", list_import_items, Role::Reviewer},

    {Method::Get, "/v1/proposals", "list_proposals", list_proposals, Role::Reviewer},
    {Method::Get, "/v1/proposals/{id}", "get_proposal", get_proposal, Role::Reviewer},
    {Method::Post, "/v1/proposals/{id}/accept", "accept_proposal", accept_proposal, Role::Reviewer,
     Where::Database, Replay::Kept},
    {Method::Post, "/v1/proposals/{id}/reject", "reject_proposal", reject_proposal, Role::Reviewer,
     Where::Database, Replay::Kept},
    {Method::Get, "/v1/observations", "list_observations", list_observations, Role::Reviewer},
    {Method::Get, "/v1/changes", "list_changes", list_changes, Role::Reader},

    {Method::Get, "/v1/relationships", "list_relationships", list_relationships, Role::Reader},
    {Method::Post, "/v1/relationships", "create_relationship", create_relationship, Role::Reviewer,
     Where::Database, Replay::Kept},
    {Method::Post, "/v1/relationships/import", "import_relationships", import_relationships, Role::Reviewer,
     Where::Database, Replay::Never, kListBytes},
    {Method::Get, "/v1/relationships/{id}", "get_relationship", get_relationship, Role::Reader},
    {Method::Put, "/v1/relationships/{id}", "correct_relationship", correct_relationship, Role::Reviewer},
    {Method::Delete, "/v1/relationships/{id}", "retire_relationship", retire_relationship, Role::Reviewer},
    {Method::Get, "/v1/relationships/{id}/history", "get_relationship_history", get_relationship_history,
     Role::Reader},
    {Method::Get, "/v1/relationships/{id}/assessment", "get_assessment", get_assessment, Role::Reader},
    {Method::Get, "/v1/relationships/{id}/decisions", "list_relationship_decisions",
     list_relationship_decisions, Role::Reader},
    {Method::Get, "/v1/suppliers/{id}/relationships", "list_supplier_relationships",
     list_supplier_relationships, Role::Reader},
    {Method::Get, "/v1/supplier-suggestions", "suggest_suppliers", suggest_suppliers, Role::Reader,
     Where::Memory},
    {Method::Get, "/v1/suppliers/{id}/assurances", "list_supplier_assurances", list_supplier_assurances,
     Role::Reader},
    {Method::Post, "/v1/assurances", "create_assurance", create_assurance, Role::Reviewer, Where::Database,
     Replay::Kept},
    {Method::Get, "/v1/assurances/{id}", "get_assurance", get_assurance, Role::Reader},
    {Method::Put, "/v1/assurances/{id}", "correct_assurance", correct_assurance, Role::Reviewer},
    {Method::Delete, "/v1/assurances/{id}", "retire_assurance", retire_assurance, Role::Reviewer},
    {Method::Get, "/v1/policy", "get_policy", get_policy, Role::Reader},
    {Method::Put, "/v1/policy", "save_policy", save_policy, Role::Admin},
    {Method::Post, "/v1/policy/preview", "preview_policy", preview_policy, Role::Reviewer},
    {Method::Get, "/v1/policy/versions", "list_policy_versions", list_policy_versions, Role::Reader},
    {Method::Get, "/v1/findings", "list_findings", list_findings, Role::Reader},
    {Method::Get, "/v1/findings/{id}", "get_finding", get_finding, Role::Reader},
    {Method::Get, "/v1/findings/{id}/events", "list_finding_events", list_finding_events, Role::Reader},
    {Method::Post, "/v1/findings/{id}/decisions", "decide_finding", decide_finding, Role::Reviewer,
     Where::Database, Replay::Kept},
    {Method::Get, "/v1/findings/{id}/letter", "get_supplier_letter", get_supplier_letter, Role::Reader},
    {Method::Get, "/v1/alerts/preview", "preview_alerts", preview_alerts, Role::Reviewer},
    {Method::Post, "/v1/alerts/run", "run_alerts", run_alerts, Role::Reviewer},
    {Method::Get, "/v1/messages", "list_messages", list_messages, Role::Reviewer},
    {Method::Get, "/v1/messages/{id}", "get_message", get_message, Role::Reviewer},
    {Method::Get, "/v1/mail-preferences/{recipient}", "get_mail_preference", get_mail_preference,
     Role::Reader},
    {Method::Put, "/v1/mail-preferences/{recipient}", "save_mail_preference", save_mail_preference,
     Role::Reviewer},
    {Method::Post, "/v1/screen", "screen", screen, Role::Buyer, Where::Database, Replay::Never, kListBytes},
    {Method::Get, "/v1/reviews", "list_reviews", list_reviews, Role::Reader},
    {Method::Post, "/v1/reviews", "finish_review", finish_review, Role::Reviewer, Where::Database,
     Replay::Kept},
    {Method::Get, "/v1/reviews/preview", "preview_review", preview_review, Role::Reader},
    {Method::Get, "/v1/reviews/{id}", "get_review", get_review, Role::Reader},
    {Method::Get, "/v1/reviews/{id}/files/{format}", "get_review_file", get_review_file, Role::Reader},
    {Method::Get, "/v1/calendars", "list_calendars", list_calendars, Role::Admin},
    {Method::Post, "/v1/calendars", "create_calendar", create_calendar, Role::Admin, Where::Database,
     Replay::Refused},
    {Method::Delete, "/v1/calendars/{id}", "revoke_calendar", revoke_calendar, Role::Admin},
    {Method::Get, "/v1/calendar/{token}", "get_calendar", get_calendar, kPublic},
    {Method::Post, "/v1/watch", "run_watch", run_watch, Role::Reviewer},

    {Method::Get, "/v1/keys", "list_keys", list_keys, Role::Admin},
    {Method::Post, "/v1/keys", "create_key", create_key, Role::Admin, Where::Database, Replay::Refused},
    {Method::Delete, "/v1/keys/{id}", "revoke_key", revoke_key, Role::Admin},
    {Method::Post, "/v1/reload", "reload", reload, Role::Admin},
    {Method::Get, "/v1/audit-events", "list_audit_events", list_audit_events, Role::Admin},

    {Method::Get, "/healthz", "get_health", get_health, kPublic, Where::Memory},
    {Method::Get, "/readyz", "get_readiness", get_readiness, kPublic, Where::Memory},
    {Method::Get, "/metrics", "get_metrics", get_metrics, Role::Reader, Where::Memory},
    {Method::Get, "/docs", "get_docs", get_docs, kPublic, Where::Memory},
    {Method::Get, "/docs/redoc.js", "get_docs_script", get_docs_script, kPublic, Where::Memory},
    {Method::Get, "/docs/start.js", "get_docs_start", get_docs_start, kPublic, Where::Memory},
    {Method::Get, "/openapi.yaml", "get_openapi", get_openapi, kPublic, Where::Memory},
};

}  // namespace

std::span<const Route> routes() { return kRoutes; }

}  // namespace certreg::api
