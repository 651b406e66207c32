create type verdict as enum ('on_time', 'late', 'excused', 'no_budget', 'unmeasured');
