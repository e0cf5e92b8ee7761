"""Catalogues as gettext's PO files: read without loss, written in one canonical form."""

from builder.localize.catalogue import Catalogue, Key, Message, Previous, header_fields
from builder.localize.po_reader import read_catalogue
from builder.localize.po_writer import write_catalogue

__all__ = ["Catalogue", "Key", "Message", "Previous", "header_fields", "read_catalogue", "write_catalogue"]
