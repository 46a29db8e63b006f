--liquibase formatted sql

--changeset weir:notifications-002 splitStatements:true endDelimiter:;
--comment: An invoice that goes along with a mail, by its account's and its own id; the file is made when the mail leaves.
ALTER TABLE notifications_mail
    ADD COLUMN enclosed_account_id UUID NULL AFTER confidential,
    ADD COLUMN enclosed_invoice_id UUID NULL AFTER enclosed_account_id,
    ADD CONSTRAINT notifications_mail_enclosed_ck CHECK ((enclosed_account_id IS NULL) = (enclosed_invoice_id IS NULL));
