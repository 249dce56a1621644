#include "certreg/documents/signatures.h"

namespace certreg::documents {

std::string_view to_string(Integrity value) {
  switch (value) {
    case Integrity::Intact:
      return "intact";
    case Integrity::IntactByWeakDigest:
      return "intact_by_weak_digest";
    case Integrity::Altered:
      return "altered";
    case Integrity::Malformed:
      return "malformed";
    case Integrity::Unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view to_string(Coverage value) {
  switch (value) {
    case Coverage::WholeFile:
      return "whole_file";
    case Coverage::OnlySignatureData:
      return "only_signature_data_after";
    case Coverage::ContentChanged:
      return "content_changed_after";
    case Coverage::Unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view to_string(Trust value) {
  switch (value) {
    case Trust::Trusted:
      return "trusted";
    case Trust::NoRootConfigured:
      return "no_root_configured";
    case Trust::UnknownRoot:
      return "unknown_root";
    case Trust::BrokenChain:
      return "broken_chain";
    case Trust::WeakChain:
      return "weak_chain";
    case Trust::WrongPurpose:
      return "wrong_purpose";
    case Trust::NoSigner:
      return "no_signer";
    case Trust::Unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view to_string(TimeValidity value) {
  switch (value) {
    case TimeValidity::ValidWhenStamped:
      return "valid_when_stamped";
    case TimeValidity::ValidNow:
      return "valid_now";
    case TimeValidity::ExpiredUnproven:
      return "expired_unproven";
    case TimeValidity::OutsideValidity:
      return "outside_validity";
    case TimeValidity::Unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view to_string(Revocation value) {
  switch (value) {
    case Revocation::NotKnown:
      return "not_known";
    case Revocation::NotRevoked:
      return "not_revoked";
    case Revocation::Revoked:
      return "revoked";
    case Revocation::RevokedAfterwards:
      return "revoked_afterwards";
  }
  return "not_known";
}

std::string_view to_string(ChangeKind value) {
  switch (value) {
    case ChangeKind::ValidationData:
      return "validation_data";
    case ChangeKind::FurtherSignature:
      return "further_signature";
    case ChangeKind::DocumentTimestamp:
      return "document_timestamp";
    case ChangeKind::VisibleSignature:
      return "visible_signature";
    case ChangeKind::FormValue:
      return "form_value";
    case ChangeKind::Annotation:
      return "annotation";
    case ChangeKind::Page:
      return "page";
    case ChangeKind::DocumentInformation:
      return "document_information";
    case ChangeKind::Structure:
      return "structure";
    case ChangeKind::StrayBytes:
      return "stray_bytes";
  }
  return "structure";
}

}  // namespace certreg::documents
