// Every operation of openapi.yaml. A handler has its operation's name; src/api/routes.cpp says who may call
// it.
#pragma once

#include "api/context.h"

namespace certreg::api {

http::Response list_suppliers(const Context&);
http::Response create_supplier(const Context&);
http::Response get_supplier(const Context&);
http::Response correct_supplier(const Context&);
http::Response retire_supplier(const Context&);
http::Response get_supplier_history(const Context&);
http::Response list_supplier_certificates(const Context&);

http::Response list_certificates(const Context&);
http::Response create_certificate(const Context&);
http::Response get_certificate(const Context&);
http::Response correct_certificate(const Context&);
http::Response retire_certificate(const Context&);
http::Response get_certificate_history(const Context&);
http::Response list_certificate_documents(const Context&);
http::Response list_certificate_look_ups(const Context&);
http::Response list_expiring(const Context&);

http::Response get_document(const Context&);
http::Response export_certificates(const Context&);
http::Response export_suppliers(const Context&);
http::Response get_document_content(const Context&);

http::Response verify(const Context&);
http::Response verify_list(const Context&);

http::Response record_check(const Context&);

http::Response list_certification_bodies(const Context&);
http::Response get_certification_body(const Context&);
http::Response list_accreditation_bodies(const Context&);
http::Response get_accreditation_body(const Context&);
http::Response list_recognition_arrangements(const Context&);
http::Response list_registers(const Context&);
http::Response list_legal_forms(const Context&);
http::Response list_reference_versions(const Context&);
http::Response reload(const Context&);
http::Response list_standards(const Context&);
http::Response get_standard(const Context&);

http::Response list_sources(const Context&);
http::Response get_source(const Context&);
http::Response get_source_state(const Context&);
http::Response list_source_fetches(const Context&);
http::Response try_source(const Context&);

http::Response list_imports(const Context&);
http::Response start_import(const Context&);
http::Response preview_import(const Context&);
http::Response get_import(const Context&);
http::Response list_import_items(const Context&);

http::Response list_proposals(const Context&);
http::Response get_proposal(const Context&);
http::Response accept_proposal(const Context&);
http::Response reject_proposal(const Context&);

http::Response list_observations(const Context&);

http::Response list_relationships(const Context&);
http::Response create_relationship(const Context&);
http::Response get_relationship(const Context&);
http::Response correct_relationship(const Context&);
http::Response retire_relationship(const Context&);
http::Response get_relationship_history(const Context&);
http::Response list_supplier_relationships(const Context&);
http::Response get_assessment(const Context&);
http::Response list_relationship_decisions(const Context&);
http::Response suggest_suppliers(const Context&);

http::Response list_supplier_assurances(const Context&);
http::Response create_assurance(const Context&);
http::Response get_assurance(const Context&);
http::Response correct_assurance(const Context&);
http::Response retire_assurance(const Context&);

http::Response get_policy(const Context&);
http::Response save_policy(const Context&);
http::Response preview_policy(const Context&);
http::Response list_policy_versions(const Context&);

http::Response list_findings(const Context&);
http::Response get_finding(const Context&);
http::Response list_finding_events(const Context&);
http::Response decide_finding(const Context&);
http::Response run_watch(const Context&);

http::Response list_webhooks(const Context&);
http::Response create_webhook(const Context&);
http::Response get_webhook(const Context&);
http::Response change_webhook(const Context&);
http::Response remove_webhook(const Context&);
http::Response change_webhook_secret(const Context&);
http::Response test_webhook(const Context&);
http::Response list_webhook_deliveries(const Context&);
http::Response deliver_again(const Context&);

http::Response list_calendars(const Context&);
http::Response create_calendar(const Context&);
http::Response revoke_calendar(const Context&);
http::Response get_calendar(const Context&);

http::Response import_relationships(const Context&);
http::Response screen(const Context&);
http::Response list_reviews(const Context&);
http::Response finish_review(const Context&);
http::Response preview_review(const Context&);
http::Response get_review(const Context&);
http::Response get_review_file(const Context&);

http::Response preview_alerts(const Context&);
http::Response run_alerts(const Context&);
http::Response list_messages(const Context&);
http::Response get_message(const Context&);
http::Response get_mail_preference(const Context&);
http::Response save_mail_preference(const Context&);
http::Response get_supplier_letter(const Context&);

http::Response list_changes(const Context&);

http::Response list_keys(const Context&);
http::Response create_key(const Context&);
http::Response revoke_key(const Context&);
http::Response list_users(const Context&);
http::Response create_user(const Context&);
http::Response get_user(const Context&);
http::Response change_user(const Context&);
http::Response set_user_password(const Context&);
http::Response list_audit_events(const Context&);

http::Response get_health(const Context&);
http::Response get_readiness(const Context&);
http::Response get_metrics(const Context&);
http::Response get_docs(const Context&);
http::Response get_docs_script(const Context&);
http::Response get_docs_start(const Context&);
http::Response get_openapi(const Context&);

}  // namespace certreg::api
