alter table made_report rename to kept_report
