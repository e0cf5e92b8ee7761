"""What is wrong and how to mend it: codes, severities, findings as values. Nothing here prints or raises."""

from builder.diagnostics.codes import Code, Severity, severity_of
from builder.diagnostics.diagnostic import Diagnostic, Diagnostics, diagnose

__all__ = ["Code", "Diagnostic", "Diagnostics", "Severity", "diagnose", "severity_of"]
