-- Whether the event that a deviation names is of the step before: an open step is judged by its own event once it has begun,
-- which has no completion then, and until then by the completion of the step that enabled it.
create macro step_not_begun(of_basis, completed_at) as coalesce(of_basis = 'open' and completed_at is not null, false)
