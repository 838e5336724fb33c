-- Nothing is ever asked by these: PostgreSQL need not gather figures of what stands in them each time that a table has grown.
ALTER TABLE event ALTER COLUMN sealed SET STATISTICS 0, ALTER COLUMN commitment SET STATISTICS 0,
  ALTER COLUMN hash SET STATISTICS 0, ALTER COLUMN bases SET STATISTICS 0;
ALTER TABLE subject_key ALTER COLUMN wrapped SET STATISTICS 0;
