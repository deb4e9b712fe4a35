"""Names the kinds of ids, so that a field's type says what its id refers to."""

from __future__ import annotations

from typing import NewType

ChapterId = NewType("ChapterId", str)
ProcessId = NewType("ProcessId", str)
StepId = NewType("StepId", str)
AnchorId = NewType("AnchorId", str)  # a step or a milestone: what a due counts from
FormId = NewType("FormId", str)
SuccessorId = NewType("SuccessorId", str)  # a process or a form
RoleId = NewType("RoleId", str)
UnitId = NewType("UnitId", str)
SuperiorId = NewType("SuperiorId", str)  # a role, or a unit whose head is meant
SignerId = NewType("SignerId", str)
FieldId = NewType("FieldId", str)  # a field of the same form, or of the common header
ParameterId = NewType("ParameterId", str)
AuthorityId = NewType("AuthorityId", str)  # a right to decide: bands, or a matter of a table
MatterId = NewType("MatterId", str)
TermId = NewType("TermId", str)
ItemId = NewType("ItemId", str)
SourceId = NewType("SourceId", str)
BasisId = NewType("BasisId", str)  # the number of a fact or of an editorial decision
