"""The dashboard's charts, declared: a store and a filter in, a Chart out."""
