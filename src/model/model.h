/* SPDX-License-Identifier: Apache-2.0
 * The model room: the data file, built from text and trained models, mapped read-only.
 *
 * A data file is one container (docs/data-format.md): magic, format version, oldest reader, key-values, a directory of
 * named sections, each aligned to 64 bytes with its checksum. This is the room's one door.
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/base.h"
#include "dragoman.h"

#define MODEL_FORMAT_VERSION 1  /* what this library writes */
#define MODEL_OLDEST_READABLE 1 /* the oldest format that this library reads */
#define MODEL_OLDEST_READER 1   /* the oldest library, by its format version, that can read what this one writes */

/* ---- writing: everything is gathered in the arena, then written whole */

typedef struct model_builder model_builder;

model_builder *model_builder_new(base_arena *arena);

/* A fact about the data: "source/frames", "licence/parser", "sha256/parser". Keys are written in byte order. */
void model_builder_value(model_builder *builder, drg_text key, drg_text value);

/* Adds a section; name up to 31 bytes of [a-z0-9.-], each once. The bytes must stay until the file is written. */
void model_builder_section(model_builder *builder, const char *name, const void *bytes, size_t size);

/* Adds "sha256/NAME/...", "source/NAME/..." and "licence/NAME/..." for each file under the folder, whatever the folder
 * itself is called, so that it may lie anywhere. */
drg_status model_builder_provenance(model_builder *builder, base_arena *arena, const char *folder, const char *name,
                                    drg_error *error);

drg_status model_builder_write(model_builder *builder, const char *path, drg_error *error);

/* Growing bytes for a section, little-endian numbers whatever the machine. */
typedef struct model_bytes {
    base_arena *arena;
    BASE_VECTOR(char) data;
} model_bytes;

void model_put_u8(model_bytes *bytes, uint8_t value);
void model_put_u16(model_bytes *bytes, uint16_t value);
void model_put_u32(model_bytes *bytes, uint32_t value);
void model_put_u64(model_bytes *bytes, uint64_t value);
void model_put_f32(model_bytes *bytes, float value);
void model_put_text(model_bytes *bytes, drg_text value); /* u32 size, then the bytes */
void model_put_raw(model_bytes *bytes, const void *raw, size_t size);
void model_put_align(model_bytes *bytes,
                     size_t alignment); /* zero bytes up to a multiple, counted from the section's start */

/* ---- reading */

typedef struct model_file model_file;

/* Maps and checks the whole file: sizes, directory, every checksum. The error says what is wrong and where. */
drg_status model_file_open(const char *path, model_file **ret_file, drg_error *error);
void model_file_close(model_file *file);

/* The same for bytes in memory, which are the caller's, aligned to 64, and must outlive the file. `name` for messages.
 */
drg_status model_file_view(drg_text bytes, const char *name, model_file **ret_file, drg_error *error);
const char *model_file_path(const model_file *file); /* for messages */

drg_text model_file_value(const model_file *file, drg_text key); /* unknown: {NULL, 0} */
size_t model_file_value_count(const model_file *file);
void model_file_value_at(const model_file *file, size_t index, drg_text *ret_key, drg_text *ret_value);

/* The bytes of a section, in the mapping, aligned to 64. A missing section is DRG_ERROR_FORMAT. */
drg_status model_file_section(const model_file *file, const char *name, drg_text *ret_bytes, drg_error *error);

/* A cursor over a section. Every read checks what is left; after the first short read `broken` stays set and all reads
 * give zeros, so that a loader may read on and ask once at the end with model_reader_done. */
typedef struct model_reader {
    drg_text bytes;
    size_t at;
    bool broken;
} model_reader;

uint8_t model_get_u8(model_reader *reader);
uint16_t model_get_u16(model_reader *reader);
uint32_t model_get_u32(model_reader *reader);
uint64_t model_get_u64(model_reader *reader);
float model_get_f32(model_reader *reader);
drg_text model_get_text(model_reader *reader);                                /* points into the mapping */
const void *model_get_array(model_reader *reader, size_t count, size_t size); /* in the mapping; NULL when too short */
void model_get_align(model_reader *reader, size_t alignment);

/* DRG_OK when nothing was short and nothing is left over. */
drg_status model_reader_done(const model_reader *reader, const model_file *file, const char *section, drg_error *error);

/* ---- a table from text to a 32-bit number, inside a section, usable in place */

/* Appends the table; keys distinct. It starts aligned to 8. */
void model_put_table(model_bytes *bytes, const drg_text *keys, const uint32_t *values, size_t count);

typedef struct model_table {
    const uint32_t *slots; /* pairs: 1 + offset of the entry in `entries`, low 32 bits of the key's hash */
    uint32_t slot_count;   /* a power of two */
    drg_text entries;      /* u32 value, u32 size, bytes, padded to 4 */
} model_table;

/* Reads a table that model_put_table wrote and checks that each slot points inside. */
void model_get_table(model_reader *reader, model_table *ret_table);

/* The value of the key, DRG_NONE when it is not there. */
uint32_t model_table_get(const model_table *table, drg_text key);

/* The next slot in use at or after *slot, which is 0 at first; false when there is none. */
bool model_table_next(const model_table *table, uint32_t *slot, drg_text *ret_key, uint32_t *ret_value);

/* ---- which file was that */

/* The SHA-256 of the bytes as 64 hexadecimal digits and a NUL. */
void model_sha256(drg_text bytes, char ret_digits[65]);

#endif
