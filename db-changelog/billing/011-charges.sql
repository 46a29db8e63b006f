--liquibase formatted sql

--changeset weir:billing-040 splitStatements:true endDelimiter:;
--comment: Why a kept card was not charged, and which: its last digits. Of the newest attempt, and of each in the story.
ALTER TABLE billing_dunning
    ADD COLUMN declined_code VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN declined_card VARCHAR(10) NULL;
ALTER TABLE billing_dunning_event
    ADD COLUMN declined_code VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN declined_card VARCHAR(10) NULL;

--rollback ALTER TABLE billing_dunning DROP COLUMN declined_code, DROP COLUMN declined_card; ALTER TABLE billing_dunning_event DROP COLUMN declined_code, DROP COLUMN declined_card;
