/* SPDX-License-Identifier: Apache-2.0
 *
 * Any bytes as a file of frames: read, or refused with a message that names the file; what was read lies inside its
 * pools.
 */
#include <setjmp.h>
#include <string.h>

#include "code/compiler.h"
#include "fuzz.h"

static void check_frames(const code_compiler *compiler)
{
    for (size_t i = 0; i < compiler->frames.count; i++) {
        const code_frame_record *frame = &compiler->frames.items[i];
        FUZZ_HOLDS((size_t)frame->name_offset + frame->name_size <= compiler->texts.count);
        FUZZ_HOLDS(frame->act < compiler->acts.count);
        FUZZ_HOLDS((size_t)frame->wheres + frame->where_count <= compiler->wheres.count);
        FUZZ_HOLDS((size_t)frame->lights + frame->light_count <= compiler->numbers.count);
    }
    for (size_t i = 0; i < compiler->examples.count; i++) FUZZ_HOLDS(compiler->examples.items[i].text.size > 0);
}

static void read_frames(base_arena *arena, drg_text bytes)
{
    jmp_buf escape;
    base_arena_open(arena, (size_t)64 << 20, &escape);
    if (setjmp(escape)) return;
    drg_error error = {""};
    code_compiler compiler = {.arena = arena, .error = &error, .path = "x.yaml"};
    drg_status status = compiler_read_frame_file(&compiler, BASE_LITERAL("x"), bytes);
    FUZZ_HOLDS(status == DRG_OK || strncmp(error.message, "x.yaml ", 7) == 0);
    if (status == DRG_OK) check_frames(&compiler);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    base_arena arena;
    read_frames(&arena, (drg_text){(const char *)data, size});
    base_arena_close(&arena);
    return 0;
}
