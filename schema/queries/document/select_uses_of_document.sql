-- What was made of a document: proposals, and certificates that were read from it or confirmed by it.
select proposal.id as proposal_id, proposal.state, proposal.certificate_id, proposal.supplier_id
from proposal
where proposal.document_id = $1
union all
select distinct null::uuid, 'known', version.certificate_id, version.supplier_id
from certificate_version as version
where version.document_id = $1
  or version.id in (select confirmation.version_id from confirmation where confirmation.document_id = $1)
limit $2
