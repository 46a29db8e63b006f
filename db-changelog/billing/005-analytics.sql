--liquibase formatted sql

--changeset weir:billing-030 splitStatements:true endDelimiter:;
--comment: What was sold stands in a line's basis; here it can be searched for. Spans of days of issue are read by currency.
ALTER TABLE billing_invoice_line
    ADD COLUMN offer VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (JSON_VALUE(basis, '$.how.offer.slug')) STORED,
    ADD INDEX billing_invoice_line_offer_ix (tenant_id, kind, offer);
ALTER TABLE billing_invoice
    ADD INDEX billing_invoice_span_ix (tenant_id, currency, issued_at);
