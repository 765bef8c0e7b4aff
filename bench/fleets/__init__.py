"""Fleets of any size, and what they cost the product and its peer: bench/fleet."""
