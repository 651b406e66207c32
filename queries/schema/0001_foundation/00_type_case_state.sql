create type state_of_case as enum ('running', 'completed', 'cancelled', 'abandoned');
