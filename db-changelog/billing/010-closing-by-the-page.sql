--liquibase formatted sql

--changeset weir:billing-030 splitStatements:true endDelimiter:;
--comment: Coupons of a page of accounts, and invoices without a hash, are found without looking at all the others.
CREATE INDEX billing_running_coupon_account_ix ON billing_running_coupon (tenant_id, account_id);
CREATE INDEX billing_invoice_unsealed_ix ON billing_invoice (tenant_id, content_hash(4));
--rollback ALTER TABLE billing_running_coupon DROP INDEX billing_running_coupon_account_ix; ALTER TABLE billing_invoice DROP INDEX billing_invoice_unsealed_ix;
