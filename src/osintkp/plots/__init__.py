"""Pictures of plain rows, drawn with Altair: what stands above hands them words, dates and numbers, never claims."""
