-- Working dates whose office hours a unit lost entirely to outages; day budgets extend by each.
create table outage_lost_day (unit integer not null, day date not null);
