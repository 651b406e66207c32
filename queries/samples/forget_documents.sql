-- Takes away the documents of the samples' services.
delete from service_document where service in (select service from supporting_service where sample)
