-- Takes away the sheets of the samples' services.
delete from evaluation_sheet where service in (select service from supporting_service where sample)
