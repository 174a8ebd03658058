"""What people look at: an article with its claims in the margin, a page with everything that was found."""
