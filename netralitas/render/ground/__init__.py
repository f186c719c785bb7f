"""Arithmetic and signs that every medium shares."""
