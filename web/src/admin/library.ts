import './library.css'

export { default as AdminConsole } from './AdminConsole.vue'
