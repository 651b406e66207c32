-- Takes away what was done with sheets of the samples' services.
delete from evaluation_act
where sheet in (select e.sheet from evaluation_sheet e join supporting_service s on s.service = e.service where s.sample)
